// Each side and each source of a drawing has its own shape, besides its colour.
const SHAPES = ['circle', 'square', 'diamond', 'triangle'];

function shape(position, x, y) {
  const kind = SHAPES[position % SHAPES.length];
  const attributes = {class: `shape position-${position % SHAPES.length}`};
  if (kind === 'circle') return draw('circle', {...attributes, cx: x, cy: y, r: 6});
  if (kind === 'square') return draw('rect', {...attributes, x: x - 5, y: y - 5, width: 10, height: 10});
  const points = kind === 'diamond' ? [[0, -7], [7, 0], [0, 7], [-7, 0]] : [[0, -7], [7, 6], [-7, 6]];
  return draw('path', {...attributes, d: `M${points.map(([dx, dy]) => `${x + dx} ${y + dy}`).join('L')}Z`});
}

// The shape of a side before its value.
const chip = (position) => draw('svg', {class: 'chip', viewBox: '0 0 16 16', 'aria-hidden': 'true'}, shape(position, 8, 8));

const drawingWidth = (widest) => Math.max(250, Math.min(widest, document.body.clientWidth - 64));
const LETTER = 6.8;
const fitted = (words, room) => (words.length * LETTER > room ? `${words.slice(0, Math.max(1, Math.floor(room / LETTER) - 1))}…` : words);
