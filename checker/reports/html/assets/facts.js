// Facts by sources: a row a fact, a column each source that states one of those shown, the values as stated.
const FACTS_PER_PAGE = 20;
const FACT_WIDTH = 300;
const VALUE_WIDTH = 125;
let factPage = 0;

const allFacts = DATA.facts.map(([subject, attribute, grade, key, sure, held]) => {
  const numbers = held.flatMap(([, values]) => values.map(([, , claim]) => claim));
  const sides = new Map();
  for (const [, values, sameAs] of held) {
    for (const [number, text] of new Map(values.map(([at, words]) => [at, words]).reverse())) {
      const side = sides.get(number) || sides.set(number, {number, text, voices: 0}).get(number);
      side.voices += sameAs < 0 ? 1 : 0;
    }
  }
  return {
    sides: [...sides.values()].sort((a, b) => a.number - b.number),
    subject, attribute, grade: DATA.grades[grade], key, sure,
    cells: new Map(held.map(([source, values, sameAs]) => [source, {values, sameAs}])),
    sources: new Set(held.map(([source]) => source)),
    subjects: new Set([subject, ...numbers.map((claim) => claims[claim].subject)]),
    attributes: new Set([attribute, ...numbers.map((claim) => claims[claim].attribute)]),
  };
});

const GRADE_WORDS = {agree: 'agreement', baseline: 'in the baseline', resolved: 'decided', differs: 'differs'};

function factHead(fact) {
  const voices = [...fact.cells.values()].filter(({sameAs}) => sameAs < 0).length;
  const count = fact.sides.length < 2 || voices < fact.cells.size ? many(voices, 'voice') : '';
  const sides = fact.sides.length > 1 && fact.sides.map(({number, text, voices: held}) => [make('span', {class: 'side'}, chip(number), ` ${say(text)}: ${many(held, 'voice')}`), ' ']);
  const grade = make('span', {class: `severity ${fact.grade}`}, GRADE_WORDS[fact.grade] || fact.grade);
  return make('th', {scope: 'row'}, make('span', {class: 'what'}, make('b', {}, say(fact.subject)), ' ', say(fact.attribute)), sides && make('span', {class: 'what'}, sides),
    make('span', {class: 'facts'}, fact.key ? make('a', {href: address({finding: fact.key}), 'aria-label': `${say(fact.subject)}, ${say(fact.attribute)}: ${fact.grade}`}, grade) : grade,
      fact.grade !== 'agree' && fact.sure > 0 && `${fact.sure}% sure `, count));
}

function factCell(fact, source) {
  const held = fact.cells.get(source);
  if (!held) return make('td');
  const values = held.values.map(([position, text, claim, odd]) => make('span', {class: odd ? 'odd' : ''},
    fact.sides.length > 1 ? [chip(position), ' '] : '= ',
    make('a', {href: address({text: sourceName(source), at: claims[claim].start < 0 ? '' : claims[claim].start})}, say(text)), odd === 1 && make('small', {}, 'stands alone'), ' '));
  return make('td', {class: held.sameAs >= 0 ? 'copy' : ''}, make('span', {}, values,
    held.sameAs >= 0 && make('small', {}, `same text as ${sourceName(held.sameAs)}`)));
}

// Facts of the same sources share a page, so that each page has all the columns of its rows and they fit its width.
function factPages(wanted) {
  const fits = Math.max(3, Math.floor((document.body.clientWidth - FACT_WIDTH) / VALUE_WIDTH));
  const pages = [];
  let left = wanted;
  while (left.length > 0) {
    const columns = new Set(left[0].sources);
    const most = Math.max(fits, Math.ceil(columns.size * 1.25));
    const [here, rest] = [[left[0]], []];
    for (const fact of left.slice(1)) {
      const more = here.length < FACTS_PER_PAGE ? [...fact.sources].filter((source) => !columns.has(source)) : [];
      if (here.length < FACTS_PER_PAGE && (more.length === 0 || columns.size + more.length <= most)) {
        here.push(fact);
        more.forEach((source) => columns.add(source));
      } else rest.push(fact);
    }
    pages.push(here);
    left = rest;
  }
  return pages;
}

function drawFacts() {
  const pages = factPages(allFacts.filter(meetsAsked));
  factPage = Math.max(0, Math.min(factPage, pages.length - 1));
  const rows = pages[factPage] || [];
  const stated = new Map();
  for (const {sources} of rows) for (const source of sources) stated.set(source, (stated.get(source) || 0) + 1);
  const across = [...stated].sort((a, b) => b[1] - a[1]).map(([source]) => source);
  const heads = ['fact', ...across.map((source) => make('a', {href: address({text: sourceName(source)})}, breakable(sourceName(source))))];
  byId('facts-body').replaceChildren(...[
    rows.length > 0 ? table('Table of facts by sources', heads, rows.map((fact) => [factHead(fact), ...across.map((source) => factCell(fact, source))]), 'facts-table') : make('p', {}, 'No two sources state one fact.'),
    pager(factPage, pages.length, 'facts', (to) => { factPage = to; drawFacts(); })].filter(Boolean));
}
