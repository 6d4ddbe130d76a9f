/** Its resource kinds, by name; spread into the catalogue. */
export const ec2Kinds = {} as const;
