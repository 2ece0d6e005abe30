import {afterAll} from '@jest/globals';
import {describe} from '../helpers/at-once.ts';
import {testCases} from '../helpers/cases.ts';
import {stopAll} from '../helpers/server.ts';

afterAll(stopAll);

// In one file, for they wait at the same time, ten at once: the longest first.
describe('keys, caches, proxies and inputs', () => testCases('around'));
describe('what proves success', () => testCases('proof'));
describe('what a failed request means', () => testCases('weather'));
describe('what is never shown', () => testCases('secrets'));
