// Facts by sources: a row a fact, a column each source that states one of those shown, the values as stated.
const FACTS_PER_PAGE = 20;
const FACT_COLUMNS = 40;
const factCorner = {row: 0, column: 0};

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

const GRADE_WORDS = {agree: 'agreement', baseline: 'in the baseline', resolved: 'decided', differs: 'differs, by no rule'};

const chip = (position) => make('span', {class: `key position-${position % SHAPES.length}`, 'aria-hidden': 'true'}, String(position + 1));

function factHead(fact) {
  const voices = [...fact.cells.values()].filter(({sameAs}) => sameAs < 0).length;
  const count = fact.sides.length < 2 || voices < fact.cells.size ? many(voices, 'voice') : '';
  const sides = fact.sides.length > 1 && fact.sides.map(({number, text, voices: held}) => [make('span', {class: 'side'}, chip(number), ` ${say(text)} (${held})`), ' ']);
  const grade = make('span', {class: `severity ${fact.grade}`}, GRADE_WORDS[fact.grade] || fact.grade);
  return make('th', {scope: 'row'}, make('span', {class: 'what'}, make('b', {}, say(fact.subject)), ' ', say(fact.attribute)), sides && make('span', {class: 'what'}, sides),
    make('span', {class: 'facts'}, fact.key ? make('a', {href: address({finding: fact.key}), 'aria-label': `${say(fact.subject)}, ${say(fact.attribute)}: ${fact.grade}`}, grade) : grade,
      fact.grade !== 'agree' && fact.sure > 0 && `${fact.sure}% sure `, count));
}

function factCell(fact, source) {
  const held = fact.cells.get(source);
  if (!held) return make('td');
  const values = held.values.map(([position, text, claim, odd]) => make('span', {class: odd ? 'odd' : ''},
    fact.sides.length > 1 && [chip(position), ' '],
    make('a', {href: address({text: sourceName(source), at: claims[claim].start < 0 ? '' : claims[claim].start})}, say(text)), odd === 1 && make('small', {}, 'odd one out'), ' '));
  return make('td', {class: held.sameAs >= 0 ? 'copy' : ''}, values,
    held.sameAs >= 0 && make('small', {}, `same text as ${sourceName(held.sameAs)}`));
}

function drawFacts() {
  const wanted = allFacts.filter(meetsAsked);
  const pages = Math.ceil(wanted.length / FACTS_PER_PAGE);
  factCorner.row = Math.max(0, Math.min(factCorner.row, pages - 1));
  const rows = wanted.slice(factCorner.row * FACTS_PER_PAGE, (factCorner.row + 1) * FACTS_PER_PAGE);
  const columns = [...new Set(rows.flatMap(({sources}) => [...sources]))];
  const wide = Math.ceil(columns.length / FACT_COLUMNS);
  factCorner.column = Math.max(0, Math.min(factCorner.column, wide - 1));
  const across = columns.slice(factCorner.column * FACT_COLUMNS, (factCorner.column + 1) * FACT_COLUMNS);
  const move = (axis) => (to) => { factCorner[axis] = to; drawFacts(); };
  const head = make('tr', {}, make('th', {scope: 'col'}, 'fact'),
    across.map((source) => make('th', {scope: 'col'}, make('a', {href: address({text: sourceName(source)})}, sourceName(source)))));
  const table = make('div', {class: 'wide facts-table', role: 'region', 'aria-label': 'Table of facts by sources', tabindex: '0'},
    make('table', {}, make('thead', {}, head), make('tbody', {}, rows.map((fact) => make('tr', {}, factHead(fact), across.map((source) => factCell(fact, source)))))));
  byId('facts-body').replaceChildren(...[
    rows.length > 0 ? table : make('p', {}, 'No two sources state one fact.'),
    pager(factCorner.row, pages, 'facts', move('row')), pager(factCorner.column, wide, 'columns of facts', move('column'))].filter(Boolean));
}
