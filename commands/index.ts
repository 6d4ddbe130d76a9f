

/** Every command, in order of its name. Written by `npm run new:command`; the house test holds it against the folder. */
export const commands = [

] as const;
