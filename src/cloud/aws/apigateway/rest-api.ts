import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromCall, fromFacts, fromListing, knownValue } from '../collect.ts';
import { strangersBy } from '../policy-open-to.ts';
import type { AwsReader } from '../reader.ts';
import { methodsOf } from './methods.ts';
import { type RestApiTold, restApis } from './rest-apis.ts';

interface RestApi extends Subject, RestApiTold {
  readonly tags: RestApiTold['tags'];
}

async function* list(reader: AwsReader, region: string): AsyncIterable<RestApi> {
  const { partition } = reader.identity;
  for (const api of await restApis(reader, region))
    yield {
      ...api,
      id: `arn:${partition}:apigateway:${region}::/restapis/${api.apiId}`,
      region,
      name: api.apiName,
    };
}

const isPrivate = fromListing((api: RestApi) => api.isPrivate);

const openMethods = fromCall(
  ['apigateway:GET'],
  async (reader, { region, apiId }: RestApi): Promise<readonly string[]> =>
    (await methodsOf(reader, region, apiId)).open,
);

/**
 * Whether the API's own policy keeps strangers out of methods that ask for no authorization: of a private API those in
 * networks of other accounts. Without a policy everyone calls a public API, and nobody a private one.
 */
const policyKeepsOut = fromFacts(['openMethods'], (needs, api: RestApi, reader): boolean => {
  const open = knownValue<readonly string[]>(needs['openMethods']);
  if (open.length === 0) return false;
  if (api.policy === null) return api.isPrivate;
  const { id, partition } = reader.identity;
  const resource = `arn:${partition}:execute-api:${api.region}:${id}:${api.apiId}`;
  // API Gateway takes this short form, and writes it out in what it tells; one that is told all the same is not read as nothing.
  const policy = api.policy.replaceAll('"execute-api:/', `"${resource}/`);
  return strangersBy(reader, 'execute-api', resource, policy) === null;
});

export const restApi = {
  title: 'REST API of API Gateway',
  scope: 'regional',
  permissions: ['apigateway:GET'],
  pattern: ({ partition }, region) => `arn:${partition}:apigateway:${region}::/restapis/*`,
  list,
  facts: { isPrivate, openMethods, policyKeepsOut },
} as const satisfies ResourceKind<RestApi>;
