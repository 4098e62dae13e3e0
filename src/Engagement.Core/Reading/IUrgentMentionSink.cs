namespace Engagement;

/// <summary>Takes mentions that cannot wait, the moment they are read. The host decides how: a phone call, a pager, a mailbox that is watched.</summary>
public interface IUrgentMentionSink
{
    /// <summary>Delivers one urgent mention. May throw: the failure and the mention come back to the host, and reading goes on.</summary>
    ValueTask DeliverAsync(Feedback feedback, CancellationToken cancellationToken);
}
