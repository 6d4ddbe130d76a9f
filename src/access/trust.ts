import { matchesAny, patternsOf, unconditional } from './admin-policy.ts';
import { crossAccount } from './cross-account.ts';
import type { Condition, Malformed, PolicyDocument, PrincipalEntry, Statement } from './document.ts';
import { isMalformed, publicAccess } from './public-access.ts';

/** An account other than the role's own that may take the role on. */
export interface Outsider {
  readonly account: string;
  readonly statement: string;
  /** The statement asks something more, as an external id does. */
  readonly conditional: boolean;
}

export interface Trust {
  /** How anybody at all may take the role on; `null`: nobody in particular may not. */
  readonly open: string | null;
  readonly outsiders: readonly Outsider[];
  /** Only AWS's services take the role on, which renew their sessions by themselves. */
  readonly onlyServices: boolean;
  /** Everybody who takes it on must have used a second factor; `null`: the provider at which they sign in decides. */
  readonly asksMfa: boolean | null;
}

const assuming = ['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'];
const assumes = ({ effect, action }: Statement): boolean => {
  const named = patternsOf(action.patterns, true);
  return effect === 'Allow' && assuming.some((one) => matchesAny(named, one) !== action.not);
};

const ofGithub = [
  'sub',
  'repository',
  'repository_id',
  'repository_owner',
  'job_workflow_ref',
  'enterprise_id',
];
const ofCognito = ['aud', 'sub'];
/**
 * Issuers whose tokens anybody can get: what tells one customer from another is in the token. With a path behind it an
 * issuer may be of one customer alone. After "Identity-provider controls for shared OIDC providers" of the IAM user guide.
 */
const shared: Readonly<Record<string, readonly string[]>> = {
  'token.actions.githubusercontent.com': ofGithub,
  'vstoken.actions.githubusercontent.com': ofGithub,
  'oidc-configuration.audit-log.githubusercontent.com': ['sub'],
  'gitlab.com': ['sub', 'project_path', 'namespace_path'],
  'app.terraform.io': ['sub', 'terraform_organization_name'],
  'agent.buildkite.com': ['sub', 'organization_slug'],
  'api.pulumi.com/oidc': ['aud', 'sub'],
  'oidc.codefresh.io': ['sub'],
  'oidc.vercel.com': ['aud', 'sub'],
  'proidc.upbound.io': ['sub'],
  'sandboxes.cloud': ['aud', 'sub'],
  'scalr.io': ['sub'],
  'studio.datachain.ai/api': ['sub'],
  // Microsoft's own tenant, from which Sentinel of every customer reads.
  'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d': ['sts:rolesessionname'],
  'tokens.cloud.shisho.dev': ['sub'],
  'accounts.google.com': ['aud', 'oaud', 'sub'],
  'cognito-identity.amazonaws.com': ofCognito,
  'cognito-identity-us-gov.amazonaws.com': ofCognito,
  'cognito-identity.cn-north-1.amazonaws.com.cn': ofCognito,
  'graph.facebook.com': ['app_id', 'sub'],
  'www.amazon.com': ['app_id', 'user_id', 'sub'],
};
const positive = /^(foranyvalue:)?string(equals|equalsignorecase|like)$/i;
/** `repo:*` names no one: what comes before the first wildcard must reach into the name. */
const names = (value: string): boolean =>
  /^[^*?]/.test(value.replace(/^(repo|repository|project_path|organization|owner):/i, ''));

const narrows =
  (issuer: string, claims: readonly string[]) =>
  ({ operator, key, values }: Condition): boolean =>
    positive.test(operator) &&
    claims.some((claim) => [claim, `${issuer}:${claim}`].includes(key.toLowerCase())) &&
    values.every((value) =>
      !/^string(equals)/i.test(operator.replace(/^foranyvalue:/i, '')) ? names(value) : true,
    );

/** `token.actions.githubusercontent.com` of its provider's ARN. */
const issuerOf = ({ value }: PrincipalEntry): string =>
  (value.split(':oidc-provider/')[1] ?? value).replace(/\/$/, '').toLowerCase();

/** Those who sign in at an issuer that serves everybody, and of whom nothing more is asked. */
function anybodyAt({ principal, conditions }: Statement): string | null {
  for (const entry of principal?.entries ?? []) {
    if (entry.kind !== 'Federated' || principal?.not) continue;
    const issuer = entry.value === '*' ? '*' : issuerOf(entry);
    const claims = shared[issuer];
    if (issuer === '*') return 'whom any identity provider vouches for';
    if (claims !== undefined && !conditions.some(narrows(issuer, claims))) return `with a token of ${issuer}`;
  }
  return null;
}

const isFederated = ({ kind }: PrincipalEntry): boolean => kind === 'Federated';

/** Without those who sign in elsewhere, whom AWS's own evaluation of "public" does not tell apart. */
const ofAws = (statement: Statement): readonly Statement[] => {
  if (statement.principal === undefined || statement.principal.not) return [statement];
  const entries = statement.principal.entries.filter((entry) => !isFederated(entry));
  return entries.length === 0 ? [] : [{ ...statement, principal: { not: false, entries } }];
};

/** `sts:ExternalId` like `*` asks for one, and takes any. */
const takesAny = ({ operator, values }: Condition): boolean =>
  /^(foranyvalue:)?(string|arn)like$/i.test(operator) && values.some((value) => /^\*+$/.test(value));

/** Whether more is asked of those whom the statement names. */
const asksMore = ({ conditions, ...statement }: Statement, variables: boolean): boolean =>
  !unconditional({ ...statement, conditions: conditions.filter((one) => !takesAny(one)) }, variables);

const asksMfaIn = ({ conditions }: Statement): boolean =>
  conditions.some(
    ({ operator, key, values }) =>
      /^bool$/i.test(operator) &&
      key.toLowerCase() === 'aws:multifactorauthpresent' &&
      values.every((value) => value.toLowerCase() === 'true'),
  );

function asksMfaOf(statements: readonly Statement[]): boolean | null {
  const without = statements.filter((statement) => !asksMfaIn(statement));
  if (without.length === 0) return statements.length > 0;
  const elsewhere = without.every(
    ({ principal }) => !principal?.not && principal?.entries.every(isFederated),
  );
  return elsewhere ? null : false;
}

/** Who may take a role on, by its trust policy. */
export function trustOf(
  document: PolicyDocument | Malformed,
  context: { readonly role: string; readonly accountId: string; readonly now?: Date },
): Trust | 'unknown' {
  if (isMalformed(document)) return 'unknown';
  const { role: resource, accountId, now } = context;
  const about = { service: 'sts', resource, accountId, ...(now && { now }) };
  const denials = document.statements.filter(({ effect }) => effect === 'Deny');
  const admitting = document.statements.filter(assumes);
  const alone = (statement: Statement): PolicyDocument => ({
    ...document,
    statements: [...ofAws(statement), ...denials],
  });

  let open: string | null = null;
  const outsiders: Outsider[] = [];
  for (const statement of admitting) {
    const policy = alone(statement);
    const { any } = publicAccess(policy, about);
    const grantees = crossAccount(policy, about);
    if (any.public === 'unknown' || grantees === 'unknown') return 'unknown';
    const token = anybodyAt(statement);
    const despite = statement.conditions.length > 0 ? ', and its conditions stop no stranger' : '';
    if (any.public) open ??= `${statement.name} lets ${any.to ?? 'everyone'} take the role on${despite}`;
    if (token) open ??= `${statement.name} lets anybody take the role on ${token}`;
    const conditional = asksMore(statement, document.variables);
    for (const { kind, accountId: account } of grantees)
      if (kind === 'account' && account !== undefined)
        outsiders.push({ account, statement: statement.name, conditional });
  }
  const entries = admitting.flatMap(({ principal }) => (principal?.not ? [] : (principal?.entries ?? [])));
  const others = admitting.filter(
    ({ principal }) => principal?.not || principal?.entries.some(({ kind }) => kind !== 'Service'),
  );
  return {
    open,
    outsiders,
    onlyServices: entries.length > 0 && others.length === 0,
    asksMfa: asksMfaOf(others),
  };
}
