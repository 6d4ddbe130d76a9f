/** Its resource kinds, by name; spread into the catalogue. */
export const elbV2Kinds = {} as const;
