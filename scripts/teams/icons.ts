import { type Colour, png } from './png.ts';

type Inside = (x: number, y: number) => boolean;

/** A shield in a square from 0 to 1, as in the program's other pictures. */
const shield: Inside = (x, y) => {
  const half = 0.3;
  const top = 0.17 + 0.1 * Math.abs(x - 0.5);
  if (y < top || y > 0.85) return false;
  const below = Math.max(0, (y - 0.5) / 0.35);
  return Math.abs(x - 0.5) <= half * Math.sqrt(Math.max(0, 1 - below * below));
};

const cross: Inside = (x, y) => {
  const [across, down] = [Math.abs(x - 0.5), Math.abs(y - 0.48)];
  return (across <= 0.055 && down <= 0.17) || (down <= 0.055 && across <= 0.17);
};

/** The line of a shape: inside it, and outside the same shape made smaller. */
const line =
  (shape: Inside, part: number): Inside =>
  (x, y) =>
    shape(x, y) && !shape(0.5 + (x - 0.5) / part, 0.5 + (y - 0.5) / part);

const samples = 4;

/** How much of a pixel lies inside, from 0 to 1. */
function cover(inside: Inside, size: number, x: number, y: number): number {
  let hits = 0;
  for (let i = 0; i < samples; i++)
    for (let j = 0; j < samples; j++)
      if (inside((x + (i + 0.5) / samples) / size, (y + (j + 0.5) / samples) / size)) hits++;
  return hits / samples ** 2;
}

const mix = (from: Colour, to: Colour, part: number): Colour =>
  from.map((value, n) => Math.round(value + ((to[n] ?? 0) - value) * part)) as unknown as Colour;

const blue: Colour = [0x1f, 0x3a, 0x5f, 0xff];
const white: Colour = [0xff, 0xff, 0xff, 0xff];

/** 192 pixels, opaque: a white shield with a blue cross. */
export const colorIcon = (): Buffer =>
  png(192, (x, y) => mix(mix(blue, white, cover(shield, 192, x, y)), blue, cover(cross, 192, x, y)));

/** 32 pixels, white on nothing: Teams colours it. */
export const outlineIcon = (): Buffer => {
  const drawn: Inside = (x, y) => line(shield, 0.8)(x, y) || cross(x, y);
  return png(32, (x, y) => [0xff, 0xff, 0xff, Math.round(255 * cover(drawn, 32, x, y))]);
};
