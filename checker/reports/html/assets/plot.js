// Values over time: as high as they are large, as wide as their time, a line through those of one source.
const PLOT = {height: 230, top: 16, right: 14};

function plot({m: marks, x: ticks, y: heights}, said, lead) {
  const whole = drawingWidth(760);
  const left = 12 + Math.max(0, ...heights.map(([, label]) => label.length)) * LETTER;
  const width = whole - left - PLOT.right;
  const bottom = PLOT.top + PLOT.height;
  const at = (place) => left + (place * width) / 1000;
  const up = (height) => bottom - 12 - (height * (PLOT.height - 24)) / 1000;
  const spots = marks.map(([position, start, end, opens, height, label], number) => {
    const [from, to] = [at(start), at(end)];
    return {position, number, from, to, opens, label, y: up(height), x: opens === '>' ? from : opens === '<' ? to : (from + to) / 2};
  });
  const taken = spots.map(({x, y}) => [x - 7, y - 7, x + 7, y + 7]);
  const words = spots.map((spot) => placed(spot, taken, left, whole, bottom));
  const drawn = spots.map((spot, number) => {
    const parts = [
      spot.to - spot.from > 14 && draw('rect', {class: `bar position-${spot.position % SHAPES.length}${spot.opens ? ' opens' : ''}`, x: spot.from, y: spot.y - 3, width: spot.to - spot.from, height: 6, rx: 3}),
      draw('title', {}, spot.label), shape(spot.position, spot.x, spot.y), words[number]];
    return lead ? draw('a', lead(marks[number]), parts) : draw('g', {}, parts);
  });
  return draw('svg', {class: 'timeline', viewBox: `0 0 ${whole} ${bottom + 20}`, width: whole, role: lead ? 'group' : 'img', 'aria-label': said},
    heights.map(([height, label]) => [
      draw('line', {class: 'tick', x1: left, x2: whole - PLOT.right, y1: up(height), y2: up(height)}),
      draw('text', {class: 'tick', x: left - 6, y: up(height) + 4, 'text-anchor': 'end'}, label)]),
    ticks.map(([place, label]) => across(at(place), PLOT.top, bottom, label, whole)),
    draw('line', {class: 'axis', x1: left, x2: whole - PLOT.right, y1: bottom, y2: bottom}), through(spots), drawn);
}

// The value beside, above or below their mark, where nothing stands yet; none where there is no room.
function placed(spot, taken, left, whole, bottom) {
  const value = spot.label.slice(0, spot.label.lastIndexOf(', '));
  const words = fitted(value, whole / 2);
  const long = words.length * LETTER;
  const places = [[spot.x + 10, spot.y + 4], [spot.x - 10 - long, spot.y + 4], [spot.x - long / 2, spot.y - 11], [spot.x - long / 2, spot.y + 20]];
  const free = places.find(([x, y]) => x >= left && x + long <= whole && y - 11 >= 0 && y + 3 <= bottom
    && !taken.some(([a, b, c, d]) => a < x + long && c > x && b < y + 3 && d > y - 11));
  if (!free) return null;
  const [x, y] = free;
  taken.push([x, y - 11, x + long, y + 3]);
  return draw('text', {x, y}, words);
}

function through(spots) {
  return [...new Set(spots.map(({position}) => position))].map((position) => {
    const own = spots.filter((spot) => spot.position === position).sort((a, b) => a.x - b.x);
    return own.length > 1 && draw('polyline', {class: `through position-${position % SHAPES.length}`, points: own.map(({x, y}) => `${x},${y}`).join(' ')});
  });
}
