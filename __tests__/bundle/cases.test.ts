import {afterAll, describe} from '@jest/globals';
import {testCases} from '../helpers/cases.ts';
import {stopAll} from '../helpers/server.ts';

afterAll(stopAll);

// In one file, for they wait at the same time.
describe('what proves success', () => testCases('proof'));
describe('what a failed request means', () => testCases('weather'));
describe('what is never shown', () => testCases('secrets'));
describe('keys, caches, proxies and inputs', () => testCases('around'));
