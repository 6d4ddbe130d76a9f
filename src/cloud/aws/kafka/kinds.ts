/** Its resource kinds, by name; spread into the catalogue. */
export const kafkaKinds = {} as const;
