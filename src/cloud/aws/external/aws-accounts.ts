/**
 * Accounts of AWS itself, which customers are told to name: a business associate agreement with AWS covers them.
 * Sources: Elastic Load Balancing "Enable access logs", Billing "Setting up an Amazon S3 bucket for Cost and Usage Reports",
 * CloudTrail "Amazon S3 bucket policy", Redshift "Database audit logging".
 */
const byService: Readonly<Record<string, readonly string[]>> = {
  elasticLoadBalancing: [
    ...['127311923021', '033677994240', '027434742980', '797873946194', '098369216593', '754344448648'],
    ...['589379963580', '718504428378', '383597477331', '600734575887', '114774131450', '783225319266'],
    ...['582318560864', '985666609251', '054676820928', '156460612806', '652711504416', '635631232127'],
    ...['009996457667', '897822967062', '076674570225', '507241528517', '048591011584', '190560391635'],
    ...['638102146993', '037604701340'],
  ],
  billing: ['386209384616'],
  cloudTrail: [
    ...['086441151436', '475085895292', '388731089494', '113285607260', '819402241893', '977081816279'],
    ...['492519147666', '903692715234', '284668455005', '216624486486', '035351147821', '859597730677'],
    ...['282025262664', '814480443879'],
  ],
  redshift: ['193672423079', '391106570357', '262260360010', '902366379725', '210876761215', '053454850223'],
};

const all = new Set(Object.values(byService).flat());

/** Whether the account is known to be AWS's own. */
export const isOfAws = (account: string): boolean => all.has(account);
