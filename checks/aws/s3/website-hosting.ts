import { defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/s3/website-hosting',
  title: 'The bucket is not served as a website to anyone',
  severity: 'medium',
  controls: ['164.312(a)(1)'],
  kind: 'aws.s3.bucket',
  facts: ['publicWebsite'],
  exposes: true,
  evaluate: ({ publicWebsite }) => {
    if (publicWebsite === null) return pass;
    if (publicWebsite.public) return fail('the bucket is served as a website, and anyone can read its pages');
    if (publicWebsite.byObjectAcls)
      return fail('the bucket is served as a website, and ACLs of objects can open its pages to anyone');
    if (publicWebsite.servesObjects)
      return passBecause('a website is set up, but strangers get none of its pages');
    return passBecause(`the website only redirects to ${publicWebsite.redirectsTo}`);
  },
});
