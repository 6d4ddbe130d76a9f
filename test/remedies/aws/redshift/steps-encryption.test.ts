import guidance from '../../../../remedies/aws/redshift/steps-encryption.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
