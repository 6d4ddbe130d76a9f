import { secret } from './secret.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const secretsManagerKinds = {
  'aws.secretsmanager.secret': secret,
} as const;
