// A sentence with its values marked and a little of what stands around it, or the row of a table under its heads.
const marks = (pieces) => pieces.map((piece, number) => (number % 2 ? make('mark', {}, piece) : piece));

function quote(number) {
  const said = DATA.quotes[number];
  if (said.length === 2) {
    const [heads, cells] = said;
    return make('table', {class: 'quoted'},
      heads.length > 0 && make('thead', {}, make('tr', {}, heads.map((head) => (head ? make('th', {scope: 'col', class: /\S{13}/.test(head) ? 'long' : ''}, breakable(head)) : make('td'))))),
      make('tbody', {}, make('tr', {}, cells.map((cell) => make('td', {}, marks(cell))))));
  }
  const [before, words, after] = said;
  return make('blockquote', {}, before && [make('span', {class: 'around'}, before), ' '], make('span', {}, marks(words)), after && [' ', make('span', {class: 'around'}, after)]);
}

function origin(held) {
  const [claim] = held;
  const source = DATA.sources[claim.source];
  const facts = [source.published && `(${source.published})`, [...new Set(held.map(({remarks}) => remarks))].filter(Boolean).join('; ')];
  const link = address({text: source.id, at: claim.start < 0 ? '' : claim.start});
  return make('figcaption', {}, make('a', {href: link}, breakable(source.id), `, ${placeOf(claim)}`),
    facts.filter(Boolean).map((fact) => [' ', make('span', {}, fact)]));
}

const figure = ([numbers, said]) => make('figure', {}, said >= 0 && quote(said), origin(numbers.map((number) => claims[number])));
