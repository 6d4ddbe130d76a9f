/** Its resource kinds, by name; spread into the catalogue. */
export const route53Kinds = {} as const;
