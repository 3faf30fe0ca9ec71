// A line of time: a day is a dot, a year a bar, what has no end fades out; each position has its own shape and row.
const LINE = {left: 14, row: 26, top: 10, plot: 130, widest: 640, narrowest: 280};
const SHAPES = ['circle', 'square', 'diamond', 'triangle'];

function shape(position, x, y) {
  const kind = SHAPES[position % SHAPES.length];
  const attributes = {class: `shape position-${position % SHAPES.length}`};
  if (kind === 'circle') return draw('circle', {...attributes, cx: x, cy: y, r: 6});
  if (kind === 'square') return draw('rect', {...attributes, x: x - 5, y: y - 5, width: 10, height: 10});
  const points = kind === 'diamond' ? [[0, -7], [7, 0], [0, 7], [-7, 0]] : [[0, -7], [7, 6], [-7, 6]];
  return draw('path', {...attributes, d: `M${points.map(([dx, dy]) => `${x + dx} ${y + dy}`).join('L')}Z`});
}

function timeline(finding) {
  const {m: marks, x: ticks, n: leftOut} = finding.t;
  const valued = marks.some(([, , , , height]) => height !== null);
  const bottom = LINE.top + (valued ? LINE.plot : marks.length * LINE.row) + 6;
  const whole = Math.max(LINE.narrowest, Math.min(LINE.widest, document.body.clientWidth - 64));
  const width = whole - 2 * LINE.left;
  const at = (place) => LINE.left + (place * width) / 1000;
  const longest = Math.floor(width / 14);
  const drawn = marks.map(([position, start, end, opens, height, label], row) => {
    const y = height === null ? LINE.top + row * LINE.row + 10 : LINE.top + 20 + (1 - height / 1000) * (LINE.plot - 30);
    const [from, to] = [at(start), at(end)];
    const middle = opens === '>' ? from : opens === '<' ? to : (from + to) / 2;
    const words = draw('text', middle > whole * 0.62 ? {x: Math.min(from, middle - 8) - 6, y: y + 4, 'text-anchor': 'end'} : {x: Math.max(to === at(1000) ? middle : to, middle + 8) + 6, y: y + 4},
      label.length > longest ? `${label.slice(0, longest - 1)}…` : label);
    const bar = to - from > 1 && draw('rect', {class: `bar position-${position % SHAPES.length}${opens ? ' opens' : ''}`, x: from, y: y - 6, width: to - from, height: 12, rx: 3});
    const dot = (to - from <= 14 || height !== null || opens) && shape(position, middle, y);
    return draw('g', {}, bar, dot, words);
  });
  const axis = ticks.map(([place, label]) => [
    draw('line', {class: 'tick', x1: at(place), x2: at(place), y1: LINE.top - 4, y2: bottom}),
    draw('text', {class: 'tick', x: at(place), y: bottom + 14, 'text-anchor': 'middle'}, label),
  ]);
  const said = marks.map(([position, , , , , label]) => `${finding.p[position][0]}: ${label}`).join('; ');
  const picture = draw('svg', {class: 'timeline', viewBox: `0 0 ${whole} ${bottom + 20}`, role: 'img', 'aria-label': `Timeline. ${said}`},
    axis, draw('line', {class: 'axis', x1: LINE.left, x2: LINE.left + width, y1: bottom, y2: bottom}), drawn);
  return make('div', {class: 'drawing'}, picture, leftOut > 0 && make('p', {}, `${leftOut} more are not drawn`));
}
