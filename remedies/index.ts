/** Every remedy, in order of its id. Written by `npm run new:remedy`; the house test holds it against the folder. */
export const remedies = [] as const;
