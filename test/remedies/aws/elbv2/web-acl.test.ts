import remedy from '../../../../remedies/aws/elbv2/web-acl.ts';
import { otherAccount, ownAccount, testRemedy } from '../../../kit/test-remedy.ts';

const webAcl = `arn:aws:wafv2:us-east-1:${ownAccount}:regional/webacl/front/0a1b-2c3d`;
const settings = { webAcl };
const facts = { type: 'application', internetFacing: true };
const subject = {
  id: `arn:aws:elasticloadbalancing:us-east-1:${ownAccount}:loadbalancer/app/front/1`,
  region: 'us-east-1',
};
const at = { subject };
const said = (rules: number, refusing: number, byDefault = false) => ({
  webAcls: { [webAcl]: { rules, refusing, byDefault } },
});
const told = { current: null, settings, at };

testRemedy(remedy, {
  cures: [{ name: 'none', current: null, settings, after: webAcl, facts, at }],
  cannot: [
    { name: 'none is named', current: null, at, because: /set webAcl of this remedy/ },
    { name: 'a name', current: null, settings: { webAcl: 'front' }, at, because: /not the ARN/ },
    {
      name: 'of CloudFront',
      current: null,
      settings: { webAcl: webAcl.replace('regional', 'global') },
      at,
      because: /one for CloudFront/,
    },
    {
      name: 'of another region',
      current: null,
      settings: { webAcl: webAcl.replace('us-east-1', 'eu-west-1') },
      at,
      because: /is in eu-west-1 and the load balancer in us-east-1/,
    },
    {
      name: 'of another account',
      current: null,
      settings: { webAcl: webAcl.replace(ownAccount, otherAccount) },
      at,
      because: /another account/,
    },
    { name: 'one is there', current: webAcl, settings, at, because: /already/ },
  ],
  consequences: [
    {
      ...told,
      name: 'all rules count',
      facts: said(3, 0),
      verdict: 'safe',
      says: [['safe', /none of the 3 rules/]],
    },
    {
      ...told,
      name: 'one refuses',
      facts: said(3, 1),
      verdict: 'unknown',
      says: [['unknown', /1 of the 3 rules of the web ACL may refuse/]],
    },
    {
      ...told,
      name: 'what no rule allows is refused',
      facts: said(1, 0, true),
      verdict: 'breaks',
      says: [['breaks', /none of its rules allows/]],
    },
    {
      ...told,
      name: 'it is not there',
      facts: { webAcls: {} },
      verdict: 'unknown',
      says: [['unknown', /not among those of the region/]],
    },
    {
      ...told,
      name: 'nothing is known of it',
      verdict: 'unknown',
      says: [['unknown', /whom the rules/]],
    },
  ],
});
