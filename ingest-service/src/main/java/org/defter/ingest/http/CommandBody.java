package org.defter.ingest.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.defter.ingest.problem.UnreadableRequest;
import org.jspecify.annotations.Nullable;

/** The body of a command: not longer than allowed, and digested while it is read. */
final class CommandBody extends HttpServletRequestWrapper {

  private final long limitBytes;
  private final MessageDigest digest;
  private @Nullable Counted stream;

  CommandBody(HttpServletRequest request, long limitBytes) {
    super(request);
    this.limitBytes = limitBytes;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /**
   * The body that {@link CommandBodyFilter} put around this request; null when it let it pass, as
   * it does with imports.
   */
  static @Nullable CommandBody of(ServletRequest request) {
    ServletRequest at = request;
    while (!(at instanceof CommandBody)) {
      if (!(at instanceof ServletRequestWrapper wrapper)) {
        return null;
      }
      at = wrapper.getRequest();
    }
    return (CommandBody) at;
  }

  /**
   * SHA-256 of what the request is aimed at and of its body, in hexadecimal; reads what is left of
   * the body.
   */
  String digest(String target) throws IOException {
    getInputStream().transferTo(OutputStream.nullOutputStream());
    digest.update(target.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    Counted counted = stream;
    if (counted == null) {
      counted = new Counted(super.getInputStream());
      stream = counted;
    }
    return counted;
  }

  private final class Counted extends ServletInputStream {
    private final ServletInputStream body;
    private long count;

    Counted(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = body.read(buffer, offset, length);
      if (read > 0) {
        count += read;
        if (count > limitBytes) {
          throw UnreadableRequest.tooLarge(limitBytes);
        }
        digest.update(buffer, offset, read);
      }
      return read;
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
