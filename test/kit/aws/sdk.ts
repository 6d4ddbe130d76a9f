import { NodeHttpHandler } from '@smithy/node-http-handler';
import { type ServiceClient, type ServiceName, services } from '../../../src/cloud/aws/services.ts';
import { clientConfig } from './environment.ts';

/** Plain SDK clients by the product's names of services, for seeding and for asking what AWS itself says. */
export interface Sdk {
  /** `await sdk('rds')`, with a method per operation. */
  <N extends ServiceName>(name: N, region?: string): Promise<ServiceClient<N>>;
  /** For clients of services that are not among them. */
  readonly endpoint: string;
  destroy(): void;
}

export function sdkOf(endpoint: string): Sdk {
  const made = new Map<string, Promise<{ destroy(): void }>>();
  const sdk = (name: ServiceName, region = 'us-east-1') => {
    const key = `${name} ${region}`;
    const client = made.get(key) ?? make(name, region);
    made.set(key, client);
    return client;
  };
  const make = async (name: ServiceName, region: string) => {
    const Client: new (config: object) => { destroy(): void } = await services[name].load();
    // Kinesis would speak HTTP/2, which moto does not.
    const one = name === 'kinesis' ? { requestHandler: new NodeHttpHandler() } : {};
    return new Client({ ...clientConfig(endpoint), ...one, region });
  };
  const destroy = () => {
    for (const client of made.values()) client.then((c) => c.destroy()).catch(() => {});
  };
  return Object.assign(sdk, { endpoint, destroy }) as unknown as Sdk;
}
