import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of a pixel, 0 to 255. */
  at(x: number, y: number): readonly [number, number, number, number];
}

/** Reads a PNG with 8 bits each of red, green, blue and, where it has one, alpha: what a browser's picture is made of. */
export function readPng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes);
  const [width, height, depth, kind] = [
    file.readUInt32BE(16),
    file.readUInt32BE(20),
    file.readUInt8(24),
    file.readUInt8(25),
  ];
  if (file.readUInt32BE(0) !== 0x89504e47 || depth !== 8 || (kind !== 2 && kind !== 6)) {
    throw new Error(`Not a PNG in true color with 8 bits: depth ${depth}, color type ${kind}`);
  }
  const channels = kind === 6 ? 4 : 3;
  const pixels = unfilter(inflateSync(Buffer.concat(dataOf(file))), width * channels, height, channels);
  return {
    width,
    height,
    at(x, y) {
      const from = (y * width + x) * channels;
      const [red = 0, green = 0, blue = 0, alpha = 255] = pixels.subarray(from, from + channels);
      return [red, green, blue, alpha];
    },
  };
}

function dataOf(file: Buffer): Buffer[] {
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(file.subarray(at + 8, at + 8 + length));
  }
  return data;
}

/** Undoes the five filters of https://www.w3.org/TR/png-3/#9Filters. */
function unfilter(raw: Buffer, rowLength: number, height: number, channels: number): Uint8Array {
  const pixels = new Uint8Array(rowLength * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (rowLength + 1)] ?? 0;
    for (let x = 0; x < rowLength; x += 1) {
      const to = y * rowLength + x;
      const left = x < channels ? 0 : (pixels[to - channels] ?? 0);
      const up = y === 0 ? 0 : (pixels[to - rowLength] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (pixels[to - rowLength - channels] ?? 0);
      const expected = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter] ?? 0;
      pixels[to] = (raw[y * (rowLength + 1) + 1 + x] ?? 0) + expected;
    }
  }
  return pixels;
}

function nearest(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
  if ((toLeft ?? 0) <= (toUp ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toUp ?? 0) <= (toCorner ?? 0) ? up : corner;
}
