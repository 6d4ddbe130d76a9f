/** Its resource kinds, by name; spread into the catalogue. */
export const elbKinds = {} as const;
