import guidance from '../../../../remedies/aws/elasticache/steps-encryption.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
