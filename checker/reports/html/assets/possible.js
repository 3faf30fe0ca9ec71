// Conflicts that are only possible: folded, the surest first, each drawn when it is opened.
const POSSIBLE_PER_PAGE = 50;
let possiblePage = 0;

function possibleOne(finding) {
  const one = make('details', {class: 'possible-one'}, make('summary', {}, make('h3', {}, finding.c && make('span', {class: 'facts'}, `${finding.c}% sure `), finding.p.map(([value], n) => [n > 0 && ` ${finding.b} `, make('b', {}, value)]), make('span', {class: 'what'}, finding.m))));
  one.addEventListener('toggle', () => one.open && one.children.length === 1 && one.append(make('div', {class: 'finding possible'}, facts(finding), ...body(finding))));
  return make('li', {}, one);
}

function drawPossible() {
  const wanted = findings.filter((finding) => finding.status === 'possible' && meetsAsked(finding));
  const pages = Math.ceil(wanted.length / POSSIBLE_PER_PAGE);
  possiblePage = Math.max(0, Math.min(possiblePage, pages - 1));
  const here = wanted.slice(possiblePage * POSSIBLE_PER_PAGE, (possiblePage + 1) * POSSIBLE_PER_PAGE);
  byId('possible-count').textContent = `${many(wanted.length, 'possible conflict')}, the surest first`;
  byId('possible-body').replaceChildren(make('ol', {class: 'lines', start: String(possiblePage * POSSIBLE_PER_PAGE + 1)}, here.map(possibleOne)),
    ...[pager(possiblePage, pages, 'possible conflicts', (to) => { possiblePage = to; drawPossible(); })].filter(Boolean));
}

function possibleSection() {
  if (!findings.some(({status}) => status === 'possible')) return null;
  return make('section', {id: 'possible', 'aria-labelledby': 'possible-title'}, make('h2', {id: 'possible-title'}, 'Possible conflicts'),
    make('p', {}, 'Less sure than errors and warnings; none fails a run.'),
    make('details', {}, make('summary', {id: 'possible-count'}), make('div', {id: 'possible-body'})));
}
