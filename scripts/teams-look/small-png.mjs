import { decode, encode } from 'fast-png';

/** The same picture in at most 256 colors, which for a drawn card is a third of the size. Takes what Chromium writes. */
export function smallPng(png) {
  const { width, height, channels, data } = decode(png);
  const palette = new Map();
  const dots = new Uint8Array(width * height);
  for (let dot = 0; dot < dots.length; dot++) {
    const color = data.subarray(dot * channels, dot * channels + 3);
    const [red, green, blue] = Array.from(color, rounded);
    const name = `${red} ${green} ${blue}`;
    if (!palette.has(name)) palette.set(name, { index: palette.size, color: [red, green, blue] });
    dots[dot] = palette.get(name).index;
  }
  if (palette.size > 256) throw new Error(`The picture has ${palette.size} colors.`);
  const colors = [...palette.values()].map(({ color }) => color);
  const picture = { width, height, data: dots, depth: 8, channels: 1, palette: colors };
  return encode(picture, { zlib: { level: 9, mem: 9 } });
}

/** Steps of 8 are not seen, and keep the edges of letters to a few shades; white stays white. */
function rounded(value) {
  return Math.min(255, Math.round(value / 8) * 8);
}
