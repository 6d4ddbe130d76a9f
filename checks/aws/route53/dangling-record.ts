import { defineCheck, fail, notApplicable, pass } from '#src/check';

const isPrivate = (address: string): boolean =>
  /^(10|127)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(
    address,
  );

export default defineCheck({
  id: 'aws/route53/dangling-record',
  title: 'DNS name leads only to addresses that are held',
  severity: 'high',
  controls: ['164.312(a)(1)'],
  kind: 'aws.route53.addressRecord',
  facts: ['addresses', 'notHeld'],
  /** Addresses that are held elsewhere (another account, a data centre), or how they begin: `203.0.113.`. */
  settings: { heldElsewhere: [] as string[] },
  evaluate: ({ addresses, notHeld }, { settings: { heldElsewhere } }) => {
    if (addresses.every(isPrivate)) return notApplicable('it leads to private addresses only');
    const isElsewhere = (address: string) =>
      heldElsewhere.some((own) => (own.endsWith('.') ? address.startsWith(own) : address === own));
    const lost = notHeld.filter((address) => !isPrivate(address) && !isElsewhere(address));
    if (lost.length === 0) return pass;
    return fail(
      `no elastic address and no network interface in the scanned regions of the account is ${lost.join(' or ')}, and heldElsewhere does not name it`,
    );
  },
});
