import { restApi } from './rest-api.ts';
import { stage } from './stage.ts';
import { v2Api } from './v2-api.ts';
import { v2Stage } from './v2-stage.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const apiGatewayKinds = {
  'aws.apigateway.restApi': restApi,
  'aws.apigateway.stage': stage,
  'aws.apigateway.v2Api': v2Api,
  'aws.apigateway.v2Stage': v2Stage,
} as const;
