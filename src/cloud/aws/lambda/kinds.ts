import { lambdaFunction } from './function.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const lambdaKinds = {
  'aws.lambda.function': lambdaFunction,
} as const;
