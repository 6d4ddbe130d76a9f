import { endpointConfig } from './endpoint-config.ts';
import { notebook } from './notebook.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const sageMakerKinds = {
  'aws.sagemaker.endpointConfig': endpointConfig,
  'aws.sagemaker.notebook': notebook,
} as const;
