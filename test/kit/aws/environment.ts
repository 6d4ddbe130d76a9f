import { Agent } from 'node:http';
import type { LookupFunction } from 'node:net';
import { NodeHttpHandler } from '@smithy/node-http-handler';

// AWS's own documented example credentials.
const accessKeyId = 'AKIAIOSFODNN7EXAMPLE';
const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

/** The account that moto and many-buckets answer for. */
export const testAccountId = '123456789012';

/**
 * Environment for any AWS SDK, so that nothing of the machine's own account is found or reached.
 * Empty values switch off what the process may have inherited.
 */
export function awsEnv(endpoint: string, options: { region?: string } = {}): Record<string, string> {
  const region = options.region ?? 'us-east-1';
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: '',
    AWS_PROFILE: '',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_WEB_IDENTITY_TOKEN_FILE: '',
    AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '',
    AWS_CONTAINER_CREDENTIALS_FULL_URI: '',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    HIPAA_REGIONS: region,
    AWS_ENDPOINT_URL: endpoint,
    // The S3 Control client puts the account id before the host, which an address cannot take.
    AWS_ENDPOINT_URL_S3_CONTROL: onLocalhost(endpoint),
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
  };
}

export const onLocalhost = (endpoint: string): string => endpoint.replace('//127.0.0.1', '//localhost');

/** For a client made by hand in a test; the product's own clients read the environment. */
export const clientConfig = (endpoint: string) => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId, secretAccessKey },
});

/** S3 Control on a local endpoint: 123456789012.localhost must find its way home. */
export const s3ControlConfig = (endpoint: string) => ({
  ...clientConfig(onLocalhost(endpoint)),
  requestHandler: new NodeHttpHandler({ httpAgent: new Agent({ keepAlive: true, lookup: loopbackLookup }) }),
});

// *.localhost is loopback by RFC 6761, but not every resolver knows.
export const loopbackLookup: LookupFunction = (hostname, options, callback) => {
  if (hostname !== 'localhost' && !hostname.endsWith('.localhost')) {
    return callback(new Error(`${hostname} is not on this machine`), '', 0);
  }
  if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};
