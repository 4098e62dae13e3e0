namespace Engagement.Sources.Json;

/// <summary>Why an item is no mention, in plain English. Never leaves this folder.</summary>
internal sealed class JsonFault(string reason) : Exception(reason);
