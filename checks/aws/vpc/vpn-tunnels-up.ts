import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/vpc/vpn-tunnels-up',
  title: 'Both tunnels of the site-to-site VPN are up',
  severity: 'medium',
  controls: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(C)'],
  kind: 'aws.vpc.vpnConnection',
  facts: ['state', 'tunnels'],
  evaluate: ({ state, tunnels }) => {
    if (state !== 'available') return notApplicable(`the connection is ${state}`);
    const up = tunnels.filter((tunnel) => tunnel.up).length;
    if (up >= 2) return pass;
    const down = tunnels.filter((tunnel) => !tunnel.up).map(({ address }) => address);
    return fail(
      `${up} of ${tunnels.length} tunnels up${down.length > 0 ? `; down: ${down.join(', ')}` : ''}`,
    );
  },
});
