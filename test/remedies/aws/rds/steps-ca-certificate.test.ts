import guidance from '../../../../remedies/aws/rds/steps-ca-certificate.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
