import { cannot, defineRemedy, firstOf, harmless, to, uncertain } from '#src/remedy';

interface Action {
  readonly Type?: string;
  readonly RedirectConfig?: { readonly Protocol?: string };
  readonly FixedResponseConfig?: { readonly StatusCode?: string };
  readonly TargetGroupArn?: string;
}

const redirect = {
  Type: 'redirect',
  RedirectConfig: {
    Protocol: 'HTTPS',
    Port: '443',
    Host: '#{host}',
    Path: '/#{path}',
    Query: '#{query}',
    StatusCode: 'HTTP_301',
  },
} as const;

const serves = ({ Type, RedirectConfig, FixedResponseConfig }: Action): boolean => {
  if (Type === 'redirect') return RedirectConfig?.Protocol !== 'HTTPS';
  return Type !== 'fixed-response' || !/^[45]/.test(FixedResponseConfig?.StatusCode ?? '');
};

const isRedirect = (rule: string) => rule === 'redirect to HTTPS' || /^fixed-response [45]/.test(rule);

export default defineRemedy({
  id: 'aws/elbv2/http-redirect',
  title: 'Redirect what comes over HTTP to HTTPS',
  cures: ['aws/elbv2/http-redirects-to-https'],
  kind: 'aws.elbv2.loadBalancer',
  fact: 'plainHttpDefaults',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because:
      'it is a permanent redirect, and browsers that were sent on remember it for as long as they like',
  },
  desired: (current) => {
    if (current.https === null)
      return cannot('no HTTPS listener on port 443 could take what would be redirected to it');
    const plain = Object.entries(current.http);
    for (const [port, { rules, actions }] of plain) {
      const bare = rules.filter((rule) => !isRedirect(rule));
      if (bare.length > 0)
        return cannot(`port ${port} has rules of its own beside the default (${firstOf(bare)}): judge each`);
      if (actions.length !== 1)
        return cannot(
          `port ${port} does more than one thing by default, which may hold what AWS does not tell`,
        );
    }
    const after = plain.map(([port, told]) => {
      const [only] = told.actions as readonly Action[];
      return [port, only && serves(only) ? { ...told, actions: [redirect] } : told] as const;
    });
    return to({ ...current, http: Object.fromEntries(after) });
  },
  consequences: (_facts, { before, after }) => [
    ...Object.entries(after.http).flatMap(([port, { actions }]) => {
      const [was] = (before.http[port]?.actions ?? []) as readonly Action[];
      const [is] = actions as readonly Action[];
      if (was?.Type === is?.Type && was !== undefined && !serves(was)) return [];
      const target = was?.TargetGroupArn;
      return [
        uncertain(
          `whoever calls port ${port} and follows no redirect, such as a device that posts results, would fail; the access log tells who calls it`,
        ),
        target !== undefined && before.https?.includes(target)
          ? harmless(`HTTPS on port 443 serves the targets that port ${port} served`)
          : uncertain(`whether HTTPS on port 443 serves what port ${port} served cannot be told`),
      ];
    }),
    uncertain(
      'whether the security groups let callers come to port 443, and whether its certificate names every host that is called, cannot be told from here',
    ),
    uncertain(
      'a proxy before it, such as CloudFront, that fetches over HTTP would send its callers in circles',
    ),
  ],
});
