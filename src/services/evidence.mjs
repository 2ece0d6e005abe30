/** Where answers were published, in the words of the samples. */

export const openApi = 'github.com/mingyang91/huawei-cloud-api-definitions';
export const otcDocs = 'github.com/opentelekomcloud-docs';

/** @param {string} quirk */
export const madeFor = quirk => `made from the documented fields: ${quirk}`;
