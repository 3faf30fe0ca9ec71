// Values over time, a plot for each thing that several sources follow; drawn when the section is opened.
const SERIES_PER_PAGE = 6;
let seriesPage = 0;

function seriesOne([subject, attribute, line]) {
  const name = `${say(subject)}, ${say(attribute)}`;
  const sourceOf = (number) => claims[number].source;
  const bySide = new Map(line.m.map((mark) => [mark[0], sourceOf(mark[6])]));
  const lead = ([, , , , , label, number]) => ({href: address({text: sourceName(sourceOf(number)), at: claims[number].start < 0 ? '' : claims[number].start}), 'aria-label': `${sourceName(sourceOf(number))}: ${label}`});
  return make('figure', {class: 'drawing'}, make('figcaption', {}, make('b', {}, say(subject)), ` ${say(attribute)}`),
    plot(line, `${name}, over time`, lead),
    make('p', {class: 'legend'}, [...bySide].map(([position, source]) => [make('span', {}, chip(position), ' ', breakable(sourceName(source))), ' '])),
    line.n > 0 && make('p', {}, `${line.n} more are not drawn`));
}

function drawSeries() {
  if (!byId('series').querySelector('details').open) return;
  const wanted = DATA.series.filter(([subject, attribute, {m}]) => meets([subject], asked.subject) && meets([attribute], asked.attribute)
    && meets(m.map((mark) => claims[mark[6]].source), asked.source));
  const pages = Math.ceil(wanted.length / SERIES_PER_PAGE);
  seriesPage = Math.max(0, Math.min(seriesPage, pages - 1));
  byId('series-body').replaceChildren(...[
    ...wanted.slice(seriesPage * SERIES_PER_PAGE, (seriesPage + 1) * SERIES_PER_PAGE).map(seriesOne),
    wanted.length === 0 && make('p', {}, 'None of these.'),
    pager(seriesPage, pages, 'plots', (to) => { seriesPage = to; drawSeries(); })].filter(Boolean));
}

function seriesSection() {
  if (DATA.series.length === 0) return null;
  const held = make('details', {}, make('summary', {}, many(DATA.series.length, 'plot')), make('div', {id: 'series-body'}));
  held.addEventListener('toggle', drawSeries);
  return make('section', {id: 'series', 'aria-labelledby': 'series-title'}, make('h2', {id: 'series-title'}, 'Values over time'),
    make('p', {}, 'What several sources give for one thing at three times or more. Each source has its own shape; a mark leads to its sentence.'), held);
}
