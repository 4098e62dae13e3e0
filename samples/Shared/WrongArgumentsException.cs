namespace Engagement.Samples;

/// <summary>An argument, or a file that an argument names, is not usable; the message lists every fault.</summary>
internal sealed class WrongArgumentsException(string message) : Exception(message);
