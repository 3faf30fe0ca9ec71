// Builds the page once, then draws what its address asks for.
function build() {
  const list = make('section', {id: 'conflicts', 'aria-labelledby': 'conflicts-title'}, make('h2', {id: 'conflicts-title'}, 'Findings'),
    make('p', {id: 'count', role: 'status'}), filters(), make('div', {id: 'list'}));
  const held = make('section', {id: 'facts', 'aria-labelledby': 'facts-title'}, make('h2', {id: 'facts-title'}, 'Facts by sources'),
    make('p', {}, 'What several sources state, each value as its source states it: = where all agree, a shape for each side where they do not. Sources that carry one text are one voice.'), make('div', {id: 'facts-body'}));
  byId('scripted').append(...[list, possibleSection(), held, seriesSection()].filter(Boolean));
  byId('texts').prepend(make('p', {class: 'back'}, make('a', {href: '#conflicts', id: 'back'}, '‹ back to the findings')));
  document.body.append(help());
  byId('back').addEventListener('click', (event) => { event.preventDefault(); go({}); });
  for (const link of document.querySelectorAll('nav a, .skip, a.jump')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      if (state.text) go({});
      const target = byId(link.getAttribute('href').slice(1));
      target.tabIndex = -1;
      requestAnimationFrame(() => { target.scrollIntoView(); target.focus({preventScroll: true}); });
    });
  }
}

let drawnFor = null;
let jumps = FILTERS.some((name) => state[name]);

// The tables are far below: once the page stands, what was filtered is painted before them.
function drawTables() {
  if (byId('possible')) drawPossible();
  drawFacts();
  if (byId('series')) drawSeries();
  drawSources();
}

function show() {
  state = parsed(location.hash);
  ask();
  const source = state.text === undefined ? undefined : sourceById.get(state.text);
  document.documentElement.classList.toggle('reading', source !== undefined);
  if (source !== undefined) {
    drawText(source);
    return;
  }
  listFindings();
  const wanted = [state.source, state.subject, state.attribute].join('\n');
  if (wanted !== drawnFor) {
    const first = drawnFor === null;
    drawnFor = wanted;
    if (first) drawTables();
    else requestAnimationFrame(() => setTimeout(drawTables));
  }
  if (jumps && !state.finding) byId('conflicts').scrollIntoView();
  jumps = false;
}

build();
listen();
document.addEventListener('click', (event) => { jumps = event.target.closest?.('#now a, #facts a, #conflicts a') != null; });
window.addEventListener('hashchange', show);
show();
byId('plain').remove();
