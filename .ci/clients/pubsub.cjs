// The low-level REST client of Google's own npm package @google-cloud/pubsub, unchanged. Its high-level client speaks gRPC alone.
const assert = require('node:assert');
const { v1 } = require('@google-cloud/pubsub');
const { OAuth2Client } = require('google-auth-library');
const { sdmEndpoint, pubsubEndpoint, project, subscription, accessToken } = JSON.parse(process.env.FAKE);
setTimeout(() => { console.error('pubsub: nothing came any more.'); process.exit(1); }, 30_000).unref();

(async () => {
  // After the list of devices every change is published. The air of the fake becomes drier and more humid.
  const listed = await fetch(`${sdmEndpoint}v1/enterprises/${project}/devices`, { headers: { authorization: `Bearer ${accessToken}` } });
  assert.strictEqual(listed.status, 200);

  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: accessToken, expiry_date: Date.now() + 3_600_000 });
  const { port } = new URL(pubsubEndpoint);
  const subscriber = new v1.SubscriberClient({ fallback: 'rest', protocol: 'http', apiEndpoint: '127.0.0.1', port: Number(port), authClient, projectId: subscription.split('/')[1] });

  const [{ receivedMessages: [first] }] = await subscriber.pull({ subscription, maxMessages: 1 });
  assert.ok(JSON.parse(Buffer.from(first.message.data, 'base64').toString()).resourceUpdate.traits);
  await subscriber.modifyAckDeadline({ subscription, ackIds: [first.ackId], ackDeadlineSeconds: 0 });

  // Given back, it comes again at once.
  const [{ receivedMessages: [again] }] = await subscriber.pull({ subscription, maxMessages: 1 });
  assert.strictEqual(again.message.messageId, first.message.messageId);
  assert.notStrictEqual(again.ackId, first.ackId);
  await subscriber.acknowledge({ subscription, ackIds: [again.ackId] });

  await assert.rejects(subscriber.pull({ subscription: `${subscription}-none`, maxMessages: 1 }), error => error.code === 404);
  console.log('@google-cloud/pubsub: a message pulled, given back, pulled again and acknowledged.');
  process.exit(0);
})().catch(error => { console.error(error); process.exit(1); });
