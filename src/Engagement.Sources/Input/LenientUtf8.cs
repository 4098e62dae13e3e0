using System.Text;

namespace Engagement.Sources.Input;

/// <summary>
/// UTF-8 in which bytes that are not UTF-8 are read as Windows-1252. Spreadsheets on Windows still write that encoding and say it
/// nowhere; text in it practically never forms valid UTF-8, so each reading excludes the other.
/// </summary>
internal static class LenientUtf8
{
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static Encoding Encoding { get; } = Encoding.GetEncoding(
        Encoding.UTF8.CodePage, EncoderFallback.ReplacementFallback, new Fallback());

    private sealed class Fallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();
    }

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private readonly char[] _characters = new char[8];
        private int _next;
        private int _count;

        public override int Remaining => _count - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            _next = 0;
            _count = Windows1252.GetChars(bytesUnknown, 0, Math.Min(bytesUnknown.Length, _characters.Length), _characters, 0);
            return _count > 0;
        }

        public override char GetNextChar() => _next < _count ? _characters[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0) return false;
            _next--;
            return true;
        }

        public override void Reset() => _next = _count = 0;
    }
}
