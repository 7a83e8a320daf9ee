import { decode } from 'fast-png';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of a pixel, 0 to 255. */
  at(x: number, y: number): readonly [number, number, number, number];
}

/** Reads a PNG with 8 bits each of red, green, blue and, where it has one, alpha: what a browser's picture is made of. */
export function readPng(bytes: Uint8Array): Picture {
  const { width, height, depth, channels, palette, data } = decode(bytes, { checkCrc: true });
  if (depth !== 8 || channels < 3 || palette !== undefined) {
    throw new Error(`Not a PNG in true color with 8 bits: depth ${depth}, ${channels} channels`);
  }
  return {
    width,
    height,
    at(x, y) {
      const from = (y * width + x) * channels;
      const [red = 0, green = 0, blue = 0, alpha = 255] = data.subarray(from, from + channels);
      return [red, green, blue, alpha];
    },
  };
}
