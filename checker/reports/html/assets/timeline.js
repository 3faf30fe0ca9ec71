// A line of time: a day is a dot, a year a bar, what has no end fades out; each date has a row, its words on its bar.
const LINE = {left: 14, row: 38, top: 4};

function timeline(finding) {
  const {m: marks, x: ticks, n: leftOut} = finding.t;
  const said = marks.map(([position, , , , , label]) => `${finding.p[position][0]}: ${label}`).join('; ');
  const more = leftOut > 0 && make('p', {}, `${leftOut} more are not drawn`);
  if (marks.some(([, , , , height]) => height !== null)) {
    return make('div', {class: 'drawing'}, plot(finding.t, `Values over time. ${said}`), more);
  }
  const bottom = LINE.top + marks.length * LINE.row + 4;
  const whole = drawingWidth(640);
  const width = whole - 2 * LINE.left;
  const at = (place) => LINE.left + (place * width) / 1000;
  const drawn = marks.map(([position, start, end, opens, , label], row) => {
    const y = LINE.top + row * LINE.row;
    const [from, to] = [at(start), at(end)];
    const middle = opens === '>' ? from : opens === '<' ? to : (from + to) / 2;
    const dot = to - from <= 14 || opens;
    const words = fitted(label, whole - 2);
    const left = Math.max(1, Math.min(dot ? middle - 6 : from, whole - words.length * LETTER - 1));
    return draw('g', {},
      to - from > 1 && draw('rect', {class: `bar position-${position % SHAPES.length}${opens ? ' opens' : ''}`, x: from, y: y + 18, width: to - from, height: 12, rx: 3}),
      dot && shape(position, middle, y + 24), draw('text', {x: left, y: y + 13}, words));
  });
  const picture = draw('svg', {class: 'timeline', viewBox: `0 0 ${whole} ${bottom + 20}`, width: whole, role: 'img', 'aria-label': `Timeline. ${said}`},
    ticks.map(([place, label]) => across(at(place), LINE.top, bottom, label, whole)),
    draw('line', {class: 'axis', x1: LINE.left, x2: LINE.left + width, y1: bottom, y2: bottom}), drawn);
  return make('div', {class: 'drawing'}, picture, more);
}

// A tick of time with its line upwards, its words kept inside the drawing.
function across(x, top, bottom, label, whole) {
  const half = (label.length * LETTER) / 2;
  return [
    draw('line', {class: 'tick', x1: x, x2: x, y1: top, y2: bottom}),
    draw('text', {class: 'tick', x: Math.max(half, Math.min(x, whole - half)), y: bottom + 14, 'text-anchor': 'middle'}, label),
  ];
}
