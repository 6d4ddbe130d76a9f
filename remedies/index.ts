

/** Every remedy, in order of its id. Written by `node scripts/roll.ts`; the house test holds it against the folder. */
export const remedies = [

] as const;
