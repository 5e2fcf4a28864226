// Google's own npm package googleapis, unchanged: its addresses are set to the fake, with a slash at the end, and it refreshes the token by itself.
const assert = require('node:assert');
const { google } = require('googleapis');
const { sdmEndpoint: rootUrl, pubsubEndpoint, tokenEndpoint, project, subscription, clientId, clientSecret, refreshToken } = JSON.parse(process.env.FAKE);
setTimeout(() => { console.error('googleapis: nothing came any more.'); process.exit(1); }, 30_000).unref();

(async () => {
  const auth = new google.auth.OAuth2({ clientId, clientSecret, redirectUri: 'http://localhost', forceRefreshOnFailure: true, endpoints: { oauth2TokenUrl: tokenEndpoint } });
  auth.setCredentials({ refresh_token: refreshToken });
  const { enterprises } = google.smartdevicemanagement({ version: 'v1', auth, rootUrl });
  const parent = `enterprises/${project}`;

  const listed = await enterprises.devices.list({ parent });
  assert.match(listed.headers.get('user-id'), /^AVPH/);
  const thermostat = listed.data.devices.find(each => each.type === 'sdm.devices.types.THERMOSTAT');
  assert.ok(thermostat.traits['sdm.devices.traits.Temperature'].ambientTemperatureCelsius > 0);
  assert.deepStrictEqual((await enterprises.devices.get({ name: thermostat.name })).data, thermostat);

  const { data: { structures } } = await enterprises.structures.list({ parent });
  const { data: { rooms } } = await enterprises.structures.rooms.list({ parent: structures[0].name });
  assert.ok(rooms.some(room => room.name === thermostat.parentRelations[0].parent));
  assert.deepStrictEqual((await enterprises.structures.get({ name: structures[0].name })).data, structures[0]);
  assert.deepStrictEqual((await enterprises.structures.rooms.get({ name: rooms[0].name })).data, rooms[0]);

  await assert.rejects(enterprises.devices.get({ name: `${parent}/devices/none` }), error => error.code === 404 && error.response.data.error.status === 'NOT_FOUND');

  // The air of the fake becomes drier and more humid; after the list of devices every change is published.
  const { projects: { subscriptions } } = google.pubsub({ version: 'v1', auth, rootUrl: pubsubEndpoint });
  const { data: { receivedMessages: [received] } } = await subscriptions.pull({ subscription, requestBody: { maxMessages: 10 } });
  const event = JSON.parse(Buffer.from(received.message.data, 'base64').toString());
  assert.strictEqual(event.userId, listed.headers.get('user-id'));
  assert.ok(event.resourceUpdate.traits['sdm.devices.traits.Humidity'].ambientHumidityPercent > 0);
  assert.deepStrictEqual((await subscriptions.acknowledge({ subscription, requestBody: { ackIds: [received.ackId] } })).data, {});
  await assert.rejects(subscriptions.pull({ subscription: `${subscription}-none`, requestBody: { maxMessages: 10 } }), error => error.code === 404);

  // A token that has become invalid is refreshed and the call repeated.
  auth.setCredentials({ refresh_token: refreshToken, access_token: 'ya29.expired', expiry_date: Date.now() + 3_600_000 });
  assert.strictEqual((await enterprises.devices.list({ parent })).data.devices.length, listed.data.devices.length);

  await auth.request({ url: `${rootUrl}revoke`, method: 'POST', data: new URLSearchParams({ token: refreshToken }) });
  auth.setCredentials({ refresh_token: refreshToken });
  await assert.rejects(enterprises.devices.list({ parent }), error => error.response.data.error === 'invalid_grant');
  console.log('googleapis: token refreshed, devices, structures and rooms read, a message pulled and acknowledged, access revoked.');
})().catch(error => { console.error(error); process.exit(1); });
