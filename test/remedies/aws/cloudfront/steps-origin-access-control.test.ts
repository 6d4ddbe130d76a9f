import guidance from '../../../../remedies/aws/cloudfront/steps-origin-access-control.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
