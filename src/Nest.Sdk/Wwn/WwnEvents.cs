using System.Text.Json;
using Nest.Sdk.Json;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Wwn;

/// <summary>
/// Handles one event of the stream while its bytes are still in the parser's buffer. See
/// docs/protocol/works-with-nest.md#stream-events.
/// </summary>
/// <param name="sink">Accepts the documents.</param>
/// <param name="token">The token of the stream.</param>
/// <param name="accepted">Called after each accepted document.</param>
internal sealed class WwnEvents(IHomeSink sink, AccessToken token, Action accepted)
{
    private readonly WwnDocument _document = new(sink);

    private static ReadOnlySpan<byte> RootStart => "{\"path\":\"/\",\"data\":"u8;

    /// <exception cref="NestException">The event ends the stream.</exception>
    public void Read(string name, ReadOnlySpan<byte> data)
    {
        switch (name)
        {
            case "put":
                Put(ByteOrderMark.Without(data));
                break;
            case "auth_revoked":
                throw WwnErrors.Revoked();
            case "error":
                throw WwnErrors.FromStream(data, token);
            default:
                // keep-alive has no content, open is reserved for browsers, and an unknown event must not be fatal.
                break;
        }
    }

    private void Put(ReadOnlySpan<byte> data)
    {
        if (TryPutRoot(data))
            return;
        try
        {
            var (path, value) = ReadPut(data);
            _document.Put(path, data[value]);
            accepted();
        }
        catch (NestProtocolException error)
        {
            sink.Reject(error);
        }
    }

    /// <summary>
    /// Accepts the whole home without parsing the event, which would cost more than everything else. Almost every event
    /// has this form.
    /// </summary>
    /// <remarks>
    /// Correct, because the sink accepts only one whole JSON value: the text around it is then an object with exactly
    /// these two members. Any other event is read member by member.
    /// </remarks>
    private bool TryPutRoot(ReadOnlySpan<byte> json)
    {
        if (!json.StartsWith(RootStart) || !json.EndsWith("}"u8))
            return false;
        try
        {
            _document.Put("/", json[RootStart.Length..^1]);
        }
        catch (NestProtocolException)
        {
            return false;
        }

        accepted();
        return true;
    }

    private static (string Path, Range Data) ReadPut(ReadOnlySpan<byte> json)
    {
        string? path = null;
        Range? value = null;
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw Unreadable();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isPath = reader.ValueTextEquals("path"u8);
                var isData = reader.ValueTextEquals("data"u8);
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                if (isPath && reader.TokenType == JsonTokenType.String)
                    path = reader.ValueTextEquals("/"u8) ? "/" : reader.GetString();
                reader.Skip();
                if (isData)
                    value = start..(int)reader.BytesConsumed;
            }

            // Nothing may follow the object.
            if (reader.Read())
                throw Unreadable();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Their messages quote the event.
            throw Unreadable();
        }

        return path is not null && value is { } range ? (path, range) : throw Unreadable();
    }

    private static NestProtocolException Unreadable() => new("A put event is not an object with a path and data.");
}
