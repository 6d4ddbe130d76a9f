/** Its resource kinds, by name; spread into the catalogue. */
export const eksKinds = {} as const;
