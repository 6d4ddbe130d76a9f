import guidance from '../../../../remedies/aws/redshift/steps-require-tls.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
