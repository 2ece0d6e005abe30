import {messageService} from '../families/dms.ts';

/** A background task of a Kafka instance: a reassignment of partitions, an extension, a quota, say. */
export const kafka = messageService({
  name: 'kafka',
  title: {en: 'Distributed Message Service for Kafka', zh: '分布式消息服务 Kafka 版'},
  client: 'kafka.v2',
  // Open Telekom Cloud's list of endpoints; its instances are Kafka's.
  more: 'eu-de eu-nl'
});
