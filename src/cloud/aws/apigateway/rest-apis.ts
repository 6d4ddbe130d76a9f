import type { RestApi as Told } from '@aws-sdk/client-api-gateway';
import type { Tags } from '../../../domain/check.ts';
import { everyOf, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** What the listing tells of a REST API. */
export interface RestApiTold {
  readonly apiId: string;
  readonly apiName: string;
  /** Reached only from within networks of AWS. */
  readonly isPrivate: boolean;
  readonly policy: string | null;
  readonly tags: Tags;
}

/** All REST APIs of the region, for the kinds that are listed by them. */
export const restApis = (reader: AwsReader, region: string): Promise<readonly RestApiTold[]> =>
  reader.remember(`apigateway:GetRestApis:${region}`, async () => {
    const pages = (await reader.service('apiGateway', region)).paginateGetRestApis({ limit: 500 });
    return (await everyOf(itemsOf(pages, (page) => page.items, 'GetRestApis'))).map(restApiOf);
  });

const restApiOf = (told: Told): RestApiTold => ({
  apiId: present(told.id, 'the API id'),
  apiName: present(told.name, 'the API name'),
  isPrivate: told.endpointConfiguration?.types?.includes('PRIVATE') ?? false,
  policy: told.policy ? unescaped(told.policy) : null,
  tags: told.tags ?? {},
});

/** API Gateway tells the policy with its quotes escaped once more. */
function unescaped(text: string): string {
  if (!text.startsWith('{\\"')) return text;
  try {
    return JSON.parse(`"${text}"`);
  } catch {
    return text; // whoever reads it says so
  }
}
