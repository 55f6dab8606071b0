package org.mailroom.demo;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Prepares the sample data when the beans have started, so that what they install is there. */
@WebListener
public class DemoStart implements ServletContextListener {
  @Inject SampleData samples;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    samples.prepare();
  }
}
