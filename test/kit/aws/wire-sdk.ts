import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** Packages whose services have REST addresses, by signing name. */
const packages: Readonly<Record<string, readonly string[]>> = {
  'access-analyzer': ['accessanalyzer'],
  account: ['account'],
  apigateway: ['api-gateway', 'apigatewayv2'],
  backup: ['backup'],
  connect: ['connect'],
  eks: ['eks'],
  elasticfilesystem: ['efs'],
  es: ['opensearch'],
  guardduty: ['guardduty'],
  inspector2: ['inspector2'],
  kafka: ['kafka'],
  lambda: ['lambda'],
  macie2: ['macie2'],
  'medical-imaging': ['medical-imaging'],
  omics: ['omics'],
  route53: ['route-53'],
  securityhub: ['securityhub'],
};

/** Operations of services that have no client package, as AWS documents them. */
const unpackaged: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  artifact: [['GET', '/v1/customer-agreement/list', 'ListCustomerAgreements']],
};

interface Route {
  readonly operation: string;
  readonly method: string;
  readonly path: RegExp;
  readonly query: readonly [string, string][];
  readonly holes: number;
}

const known = new Map<string, readonly Route[]>();

/** The operation that the SDK itself would send to this address; null for a service whose addresses are not known. */
export function sdkOperation(
  service: string,
  method: string,
  path: string,
  query: URLSearchParams,
): string | null {
  const routes = known.get(service) ?? routesOf(service);
  known.set(service, routes);
  const found = routes.find(
    (r) =>
      r.method === method &&
      r.path.test(path) &&
      r.query.every(([k, v]) => query.has(k) && (v === '' || query.get(k) === v)),
  );
  return found?.operation ?? null;
}

function routesOf(service: string): readonly Route[] {
  const told = (packages[service] ?? []).flatMap((name) => {
    const module: Record<string, new (input: object) => { schema?: unknown[] }> = load(
      `@aws-sdk/client-${name}`,
    );
    return Object.entries(module)
      .filter(([exported]) => exported.endsWith('Command'))
      .flatMap(([, Command]) => {
        const [, , operation, traits] = new Command({}).schema ?? [];
        const http = (traits as { http?: readonly [string, string] } | undefined)?.http;
        return http ? [[http[0], http[1], String(operation)] as const] : [];
      });
  });
  return [...told, ...(unpackaged[service] ?? [])]
    .map(([method, template, operation]) => compile(method, template, operation))
    .sort((a, b) => a.holes - b.holes || b.query.length - a.query.length);
}

function compile(method: string, template: string, operation: string): Route {
  const [path = '', query = ''] = template.split('?');
  const pattern = path
    .replaceAll(/[.*^$()|[\]\\]/g, '\\$&')
    .replaceAll(/\{[^}]+\+\}/g, '.+')
    .replaceAll(/\{[^}]+\}/g, '[^/]+');
  return {
    operation,
    method,
    path: new RegExp(`^${pattern}/?$`),
    query: [...new URLSearchParams(query)],
    holes: path.split('{').length - 1,
  };
}
